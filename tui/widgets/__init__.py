"""The parts of the screens; none of them knows where its data come from."""

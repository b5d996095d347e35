"""The screens and dialogs: they ask the session, and show what it answers in widgets."""

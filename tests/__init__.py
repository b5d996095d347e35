"""The promises of the project, one folder for each package and one for each other kind."""

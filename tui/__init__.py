"""The workbench: the glossary as a full-screen program in the terminal, the only user of Textual."""

"""The workbench: the glossary as a full-screen program in the terminal; alone in using Textual."""

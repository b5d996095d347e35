"""Malmoi: a terminology glossary for Korean as written in China, Chinese and South Korean."""

__version__ = "0.1.0"

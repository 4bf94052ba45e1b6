"""Texts that several views show."""

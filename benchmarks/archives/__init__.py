"""An archive to measure with, and what the work on it takes."""

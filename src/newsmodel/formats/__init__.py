"""The codecs, one module or package a format, and below them (with an underscore) what they share."""

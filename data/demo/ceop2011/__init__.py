"""Records that add up to every count of the 2011 national assessment; nobody in them is real."""

from data.demo.ceop2011.making import make_ceop2011
from data.demo.ceop2011.reference import REFERENCE

__all__ = ["REFERENCE", "make_ceop2011"]

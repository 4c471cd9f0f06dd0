"""Every write to units, posts and people."""

from baro.org.operations.city import CityLoad, load_city

__all__ = ["CityLoad", "load_city"]

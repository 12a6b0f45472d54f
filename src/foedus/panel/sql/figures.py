"""Areas as JSON: figures on the sphere, and how they are put together."""

from __future__ import annotations

from typing import Any

from foedus.domain.area import AllShapes, AnyShape, Circle, Complement, Meridian, NamedArea, Parallel, Polygon, Shape


def shape_json(shape: Shape) -> dict[str, Any]:
    """Return a shape, degrees north and east, distances in kilometres."""
    match shape:
        case NamedArea(area):
            return {"area": area}
        case AnyShape(shapes):
            return {"any": [shape_json(part) for part in shapes]}
        case AllShapes(shapes):
            return {"all": [shape_json(part) for part in shapes]}
        case Complement(part):
            return {"not": shape_json(part)}
        case Parallel(limit, side):
            return {"parallel": limit, "side": side}
        case Meridian(limit, side):
            return {"meridian": limit, "side": side}
        case Circle(centre, km):
            return {"circle": [centre.lat, centre.lon], "km": km}
        case Polygon(points, edges):
            return {"polygon": [[point.lat, point.lon] for point in points], "edges": edges}

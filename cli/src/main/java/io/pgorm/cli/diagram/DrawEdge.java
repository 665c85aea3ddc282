package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.End;
import io.pgorm.cli.diagram.Picture.PlacedEdge;
import io.pgorm.cli.diagram.Picture.Point;
import java.util.List;

/** Draws relations: lines with round corners, and crow's feet at their ends. Stateless. */
final class DrawEdge {

    private static final double RADIUS = 7;

    private DrawEdge() {}

    static void draw(PlacedEdge placed, Markup markup) {
        Diagram.Edge edge = placed.edge();
        List<Point> points = placed.points();
        if (points.size() < 2) {
            return;
        }
        markup.open(
                "g",
                "class",
                "edge",
                "data-from",
                edge.from().box(),
                "data-to",
                edge.to().box());
        markup.element("title", edge.label());
        String line = line(points);
        markup.empty("path", "class", "reach", "d", line);
        markup.empty("path", "class", "line", "d", line);
        end(points.getFirst(), points.get(1), edge.from().end(), markup);
        end(points.getLast(), points.get(points.size() - 2), edge.to().end(), markup);
        markup.close("g").raw("\n");
    }

    private static String line(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point before = points.get(i - 1);
            Point corner = points.get(i);
            Point behind = points.get(i + 1);
            double radius = Math.min(RADIUS, Math.min(length(before, corner), length(corner, behind)) / 2);
            path.append(" L")
                    .append(at(towards(corner, before, radius)))
                    .append(" Q")
                    .append(at(corner))
                    .append(' ')
                    .append(at(towards(corner, behind, radius)));
        }
        return path.append(" L").append(at(points.getLast())).toString();
    }

    /** Bars for one, a circle for none, a foot for many; always on a level stretch. */
    private static void end(Point at, Point next, End end, Markup markup) {
        double away = next.x() >= at.x() ? 1 : -1;
        switch (end) {
            case ONE -> {
                bar(at, 7 * away, markup);
                bar(at, 12 * away, markup);
            }
            case ZERO_OR_ONE -> {
                bar(at, 7 * away, markup);
                circle(at, 15 * away, markup);
            }
            case MANY -> {
                String foot = "M" + at(new Point(at.x(), at.y() - 6)) + " L" + at(new Point(at.x() + 11 * away, at.y()))
                        + " L" + at(new Point(at.x(), at.y() + 6));
                markup.empty("path", "class", "end", "d", foot);
                circle(at, 15 * away, markup);
            }
        }
    }

    private static void bar(Point at, double distance, Markup markup) {
        double x = at.x() + distance;
        markup.empty(
                "path", "class", "end", "d", "M" + at(new Point(x, at.y() - 5)) + " L" + at(new Point(x, at.y() + 5)));
    }

    private static void circle(Point at, double distance, Markup markup) {
        markup.empty("circle", "class", "end none", "cx", at.x() + distance, "cy", at.y(), "r", 4.0);
    }

    private static Point towards(Point from, Point to, double distance) {
        double length = length(from, to);
        double part = length == 0 ? 0 : distance / length;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static double length(Point a, Point b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    private static String at(Point point) {
        return Markup.number(point.x()) + " " + Markup.number(point.y());
    }
}

package io.pgorm.client.type;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shapes as PostgreSQL writes and reads them. */
final class Shapes {

    private static final Pattern NUMBER = Pattern.compile("[^\\[\\](){}<>,\\s]+");

    private Shapes() {}

    static String text(Point point) {
        return "(" + point.x() + "," + point.y() + ")";
    }

    static String text(Line line) {
        return "{" + line.a() + "," + line.b() + "," + line.c() + "}";
    }

    static String text(LineSegment segment) {
        return "[" + text(segment.from()) + "," + text(segment.to()) + "]";
    }

    static String text(Circle circle) {
        return "<" + text(circle.center()) + "," + circle.radius() + ">";
    }

    static String text(Box box) {
        return text(box.upperRight()) + "," + text(box.lowerLeft());
    }

    static String text(Polygon polygon) {
        return "(" + text(polygon.points()) + ")";
    }

    static String text(Path path) {
        return path.closed() ? "(" + text(path.points()) + ")" : "[" + text(path.points()) + "]";
    }

    private static String text(List<Point> points) {
        return points.stream().map(Shapes::text).collect(Collectors.joining(","));
    }

    static Point point(String text) {
        return points(text).get(0);
    }

    static Line line(String text) {
        List<Double> numbers = numbers(text);
        return new Line(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    static LineSegment segment(String text) {
        List<Point> points = points(text);
        return new LineSegment(points.get(0), points.get(1));
    }

    static Circle circle(String text) {
        List<Double> numbers = numbers(text);
        return new Circle(new Point(numbers.get(0), numbers.get(1)), numbers.get(2));
    }

    static Box box(String text) {
        List<Point> points = points(text);
        return new Box(points.get(0), points.get(1));
    }

    static Polygon polygon(String text) {
        return new Polygon(points(text));
    }

    static Path path(String text) {
        return new Path(points(text), text.startsWith("("));
    }

    private static List<Point> points(String text) {
        List<Double> numbers = numbers(text);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            points.add(new Point(numbers.get(i), numbers.get(i + 1)));
        }
        return points;
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
        return numbers;
    }
}

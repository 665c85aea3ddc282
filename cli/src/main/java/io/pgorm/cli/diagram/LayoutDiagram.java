package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Anchor;
import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Edge;
import io.pgorm.cli.diagram.Picture.Caption;
import io.pgorm.cli.diagram.Picture.PlacedBox;
import io.pgorm.cli.diagram.Picture.PlacedEdge;
import io.pgorm.cli.diagram.Picture.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds the places: what has relations by ELK's layered algorithm, what is pointed to on the left of what points;
 * everything else in rows below it. For one thread.
 */
final class LayoutDiagram {

    private static final double MARGIN = 32;
    private static final double GAP = 36;
    private static final double CAPTION = 34;
    private static final double LEAST_WIDTH = 1100;

    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final List<PlacedBox> boxes = new ArrayList<>();
    private final List<PlacedEdge> edges = new ArrayList<>();
    private final List<Caption> captions = new ArrayList<>();
    private double width;
    private double bottom = MARGIN;

    static Picture layout(Diagram diagram) {
        return new LayoutDiagram().run(diagram);
    }

    private Picture run(Diagram diagram) {
        Set<String> related = new HashSet<>();
        diagram.edges().forEach(edge -> {
            related.add(edge.from().box());
            related.add(edge.to().box());
        });
        List<Box> graph = diagram.boxes().stream()
                .filter(box -> related.contains(box.id()))
                .toList();
        if (!graph.isEmpty()) {
            layered(graph, diagram.edges());
        }
        width = Math.max(width, LEAST_WIDTH);
        List<Box> rest = diagram.boxes().stream()
                .filter(box -> !related.contains(box.id()))
                .toList();
        shelf("Tables without relations", rest, box -> box.kind() == Diagram.Kind.TABLE);
        shelf("Views", rest, box -> box.kind().isRelation() && box.kind() != Diagram.Kind.TABLE);
        shelf("Types", rest, box -> !box.kind().isRelation());
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        double edgesRight = edges.stream()
                .flatMap(edge -> edge.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(0);
        return new Picture(diagram.title(), Math.max(right, edgesRight) + MARGIN, bottom, boxes, edges, captions);
    }

    private void layered(List<Box> graph, List<Edge> relations) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.THOROUGHNESS, 20);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 22.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 30.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 70.0);
        root.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 26.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 60.0);
        for (Box box : graph) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(Measure.width(box), Measure.height(box));
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.put(box.id(), node);
        }
        List<ElkEdge> drawn = new ArrayList<>();
        for (Edge edge : relations) {
            ElkPort from = port(edge.from(), PortSide.EAST);
            ElkPort to = port(edge.to(), edge.isLoop() ? PortSide.EAST : PortSide.WEST);
            drawn.add(ElkGraphUtil.createSimpleEdge(from, to));
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        for (Box box : graph) {
            ElkNode node = node(box.id());
            boxes.add(
                    new PlacedBox(box, node.getX() + MARGIN, node.getY() + MARGIN, node.getWidth(), node.getHeight()));
        }
        for (int i = 0; i < drawn.size(); i++) {
            edges.add(new PlacedEdge(relations.get(i), points(drawn.get(i))));
        }
        width = root.getWidth() + 2 * MARGIN;
        bottom = root.getHeight() + 2 * MARGIN;
    }

    private ElkNode node(String id) {
        ElkNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no box " + id);
        }
        return node;
    }

    /** Ends that mean the same share a place; an optional one stands a little below. */
    private ElkPort port(Anchor anchor, PortSide side) {
        return ports.computeIfAbsent(anchor + " " + side, key -> {
            ElkNode node = node(anchor.box());
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setDimensions(0, 0);
            double lower = side == PortSide.EAST && anchor.end() == Diagram.End.ZERO_OR_ONE ? 9 : 0;
            port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, Measure.rowMiddle(anchor.row()) + lower);
            port.setProperty(CoreOptions.PORT_SIDE, side);
            return port;
        });
    }

    private static List<Point> points(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX() + MARGIN, section.getStartY() + MARGIN));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(new Point(bend.getX() + MARGIN, bend.getY() + MARGIN));
            }
            points.add(new Point(section.getEndX() + MARGIN, section.getEndY() + MARGIN));
        }
        return points;
    }

    /** Boxes side by side, in as many rows as they need. */
    private void shelf(String caption, List<Box> all, java.util.function.Predicate<Box> which) {
        List<Box> row = all.stream().filter(which).toList();
        if (row.isEmpty()) {
            return;
        }
        captions.add(new Caption(caption, MARGIN, bottom + 14));
        bottom += CAPTION;
        double x = MARGIN;
        double highest = 0;
        for (Box box : row) {
            double boxWidth = Measure.width(box);
            if (x > MARGIN && x + boxWidth + MARGIN > width) {
                x = MARGIN;
                bottom += highest + GAP;
                highest = 0;
            }
            boxes.add(new PlacedBox(box, x, bottom, boxWidth, Measure.height(box)));
            x += boxWidth + GAP;
            highest = Math.max(highest, Measure.height(box));
        }
        bottom += highest + MARGIN;
    }
}

package io.pgorm.benchmarks;

import io.pgorm.benchmarks.Measurements.Setting;
import io.pgorm.benchmarks.peer.Peers;
import java.util.List;
import java.util.Locale;

/** The ratios as bars, in SVG. Stateless. */
final class Picture {

    private static final int LABEL = 190;
    private static final int BAR = 16;
    private static final int UNIT = 110;
    private static final double MOST = 6;
    private static final String[] COLOURS = {
        "#94a3b8", "#64748b", "#2563eb", "#f59e0b", "#10b981", "#8b5cf6", "#ef4444", "#f472b6"
    };

    private Picture() {}

    static String of(Measurements measurements) {
        List<Peers> peers = measurements.peers();
        int block = 28 + peers.size() * BAR + 14;
        int height = measurements.settings().size() * block + 10;
        int width = LABEL + (int) (MOST * UNIT) + 90;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                width,
                height));
        int y = 10;
        for (Setting setting : measurements.settings()) {
            svg.append(text(8, y + 14, "font-weight=\"bold\"", setting.toString()));
            double limit = measurements.median(setting, peers.getFirst()).microseconds();
            int row = y + 28;
            for (Peers peer : peers) {
                double ratio = measurements.median(setting, peer).microseconds() / limit;
                double shown = Math.min(ratio, MOST);
                svg.append(text(LABEL - 6, row + 12, "text-anchor=\"end\"", peer.label()));
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LABEL,
                        row,
                        shown * UNIT,
                        BAR - 3,
                        COLOURS[peer.ordinal() % COLOURS.length]));
                String label = String.format(Locale.ROOT, "%.2f%s", ratio, ratio > MOST ? " (cut)" : "");
                svg.append(text((int) (LABEL + shown * UNIT + 5), row + 12, "", label));
                row += BAR;
            }
            y += block;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String text(int x, int y, String attributes, String words) {
        return String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"#0f172a\" %s>%s</text>%n", x, y, attributes, words);
    }
}

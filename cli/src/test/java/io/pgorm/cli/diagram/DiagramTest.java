package io.pgorm.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.cli.diagram.Picture.PlacedBox;
import io.pgorm.cli.diagram.Picture.PlacedEdge;
import io.pgorm.cli.diagram.Picture.Point;
import io.pgorm.ir.Schema;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagramTest {

    private static final String BLOG = """
            enum Status { DRAFT PUBLISHED }

            /// Who writes <b>here</b> & elsewhere.
            model User {
              id       Int      @id @default(autoincrement())
              email    String   @unique
              name     String?
              posts    Post[]   @relation("wrote")
              checked  Post[]   @relation("checked")
              profile  Profile?
              boss     User?    @relation("boss", fields: [bossId], references: [id])
              bossId   Int?
              people   User[]   @relation("boss")
            }

            model Profile {
              user    User  @relation(fields: [userId], references: [id], onDelete: Cascade)
              userId  Int   @id
              photo   Bytea?
            }

            model Post {
              id         Int            @id
              title      String         @check("length({title}) < 100 AND {title} <> '</script><script>alert(1)</script>'")
              price      Numeric(10, 2)
              status     Status
              author     User           @relation("wrote", fields: [authorId], references: [id])
              authorId   Int
              checker    User?          @relation("checked", fields: [checkerId], references: [id])
              checkerId  Int?
              tags       Tag[]

              @@unique([authorId, title])
              @@index([checkerId])
              @@rls(using: "auth.uid() = {authorId}", for: select)
            }

            model Tag {
              id     Int     @id
              label  String
              posts  Post[]
            }

            model Alone {
              id  Int  @id
            }
            """;

    private static Diagram diagram(String source) {
        Schema schema = SchemaCompiler.withInstalledExtensions()
                .compile(List.of(new SourceFile("a.pgorm", source)))
                .orThrow();
        return BuildDiagram.build("A <blog>", schema);
    }

    @Test
    void mermaidHasEveryTableItsKeysAndItsRelations() {
        assertThat(MermaidDiagram.write(diagram(BLOG))).isEqualTo("""
                erDiagram
                    "User" {
                        Int id PK
                        String email UK
                        String name "nullable"
                        Int bossId FK "nullable"
                    }
                    "Profile" {
                        Int userId PK, FK
                        Bytea photo "nullable"
                    }
                    "Post" {
                        Int id PK
                        String title
                        Numeric(10-2) price
                        Status status
                        Int authorId FK
                        Int checkerId FK "nullable"
                    }
                    "Tag" {
                        Int id PK
                        String label
                    }
                    "Alone" {
                        Int id PK
                    }
                    "Post" }o--o{ "Tag" : ""
                    "User" |o--o{ "User" : "bossId"
                    "User" ||--o| "Profile" : "userId"
                    "User" ||--o{ "Post" : "authorId"
                    "User" |o--o{ "Post" : "checkerId"
                """);
    }

    @Test
    void whatIsNoColumnStandsInANote() {
        Diagram.Box post = diagram(BLOG).boxes().stream()
                .filter(box -> box.title().equals("Post"))
                .findFirst()
                .orElseThrow();
        assertThat(post.notes().stream().map(note -> note.about().word() + " " + note.text()))
                .contains(
                        "unique author_id, title",
                        "index checker_id",
                        "rls enabled, for the owner too",
                        "policy post_select for select using (SELECT auth.uid()) = \"author_id\""
                                .replace("post_select", policy(post)))
                .anyMatch(note -> note.startsWith("check length("));
    }

    private static String policy(Diagram.Box box) {
        return box.notes().stream()
                .filter(note -> note.about() == Diagram.About.POLICY)
                .map(note -> note.text().split(" ")[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void boxesDoNotOverlapAndLinesLeadFromRowToRow() {
        Picture picture = LayoutDiagram.layout(diagram(BLOG));
        List<PlacedBox> boxes = picture.boxes();
        for (PlacedBox a : boxes) {
            assertThat(a.x()).isPositive();
            assertThat(a.x() + a.width()).isLessThan(picture.width());
            assertThat(a.y() + a.height()).isLessThan(picture.height());
            for (PlacedBox b : boxes) {
                boolean apart = a.x() + a.width() < b.x()
                        || b.x() + b.width() < a.x()
                        || a.y() + a.height() < b.y()
                        || b.y() + b.height() < a.y();
                assertThat(a == b || apart).as("%s and %s", a, b).isTrue();
            }
        }
        assertThat(picture.edges()).hasSize(5).allSatisfy(edge -> {
            ends(edge, edge.edge().from(), edge.points().getFirst(), boxes);
            ends(edge, edge.edge().to(), edge.points().getLast(), boxes);
            for (int i = 1; i < edge.points().size(); i++) {
                Point before = edge.points().get(i - 1);
                Point next = edge.points().get(i);
                assertThat(Math.abs(before.x() - next.x()) < 0.01 || Math.abs(before.y() - next.y()) < 0.01)
                        .isTrue();
            }
        });
    }

    private static void ends(PlacedEdge edge, Diagram.Anchor anchor, Point point, List<PlacedBox> boxes) {
        PlacedBox box = boxes.stream()
                .filter(placed -> placed.box().id().equals(anchor.box()))
                .findFirst()
                .orElseThrow();
        assertThat(Math.min(Math.abs(point.x() - box.x()), Math.abs(point.x() - box.x() - box.width())))
                .as("%s", edge)
                .isLessThan(0.5);
        assertThat(Math.abs(point.y() - box.y() - Measure.rowMiddle(anchor.row())))
                .as("%s", edge)
                .isLessThanOrEqualTo(Measure.ROW / 2.0);
    }

    @Test
    void svgIsWellFormedAndNeedsNothingFromElsewhere() throws Exception {
        String svg = SvgDiagram.write(diagram(BLOG));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList groups = document.getElementsByTagName("g");
        long boxes = Stream.iterate(0, i -> i < groups.getLength(), i -> i + 1)
                .filter(i -> groups.item(i).getAttributes().getNamedItem("data-title") != null)
                .count();
        assertThat(boxes).isEqualTo(6);
        assertThat(svg)
                .contains("Who writes &lt;b&gt;here&lt;/b&gt; &amp; elsewhere.")
                .doesNotContain("<script");
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("url(");
        assertThat(SvgDiagram.write(diagram(BLOG))).isEqualTo(svg);
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndRunsNoScriptOfTheSchema() {
        String page = HtmlDiagram.write(diagram(BLOG));
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("<link")
                .doesNotContain(" src=")
                .doesNotContain("{{")
                .contains("<title>A &lt;blog&gt;</title>", "5 tables, 5 relations", "default-src 'none'");
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
    }

    @Test
    void aPartitionIsANoteOfItsParentAndItsKeysAreDrawnThere() {
        Diagram diagram = diagram("""
                model Person {
                  id     Int     @id
                  early  Early[]
                }

                model Event {
                  day  Date
                  who  Int

                  @@partition(by: RANGE, day)
                }

                model Early {
                  day     Date
                  who     Int
                  person  Person  @relation(fields: [who], references: [id])

                  @@partition.of(Event, from: ["2020-01-01"], to: ["2021-01-01"])
                  @@index([who])
                }
                """);
        assertThat(diagram.boxes()).extracting(Diagram.Box::title).containsExactly("Person", "Event");
        Diagram.Box event = diagram.boxes().get(1);
        assertThat(event.notes().stream().map(Diagram.Note::text))
                .contains("by range (day)")
                .anyMatch(text -> text.startsWith("earlies from ("));
        assertThat(event.rows().get(1).foreign()).isTrue();
        assertThat(diagram.edges())
                .singleElement()
                .satisfies(edge -> assertThat(edge.label()).contains("event"));
    }

    @Test
    void anEmptySchemaIsAnEmptyPicture() {
        Diagram nothing = BuildDiagram.build("nothing", Schema.EMPTY);
        assertThat(MermaidDiagram.write(nothing)).isEqualTo("erDiagram\n");
        assertThat(SvgDiagram.write(nothing)).contains("<svg").endsWith("</svg>\n");
        assertThat(HtmlDiagram.write(nothing)).contains("0 tables, 0 relations");
    }
}

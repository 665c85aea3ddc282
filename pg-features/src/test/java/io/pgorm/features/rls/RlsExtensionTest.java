package io.pgorm.features.rls;

import static io.pgorm.features.Declared.attribute;
import static io.pgorm.features.Declared.both;
import static io.pgorm.features.Declared.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Policy;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class RlsExtensionTest {

    private final RlsExtension rls = new RlsExtension();

    @Test
    void aModelWithoutPoliciesIsLeftAlone() {
        Schema schema = schema(List.of(), List.of());
        assertThat(rls.rewrite(schema)).isEqualTo(schema);
        assertThat(rls.validate(schema)).isEmpty();
    }

    @Test
    void onePolicyForcesRowLevelSecurity() {
        Table table = rewritten(attribute(5, "rls", "using", "auth.uid() = id"));

        assertThat(table.rowSecurity()).isEqualTo(RowSecurity.FORCED);
        Policy policy = table.policies().getFirst();
        assertThat(policy.name()).isEqualTo("posts_all");
        assertThat(policy.permissive()).isTrue();
        assertThat(policy.command()).isEqualTo(Policy.Command.ALL);
        assertThat(policy.using().map(SqlText::render)).contains("(SELECT auth.uid()) = id");
        assertThat(policy.check()).isEmpty();
    }

    @Test
    void policiesWithoutANameAreNumberedAroundThoseThatHaveOne() {
        Table table = rewritten(
                attribute(5, "rls", "using", "true", "for", "select"),
                attribute(6, "rls", "using", "a", "for", "select", "to", List.of("app", "web")),
                attribute(7, "rls", "using", "b", "for", "SELECT", "as", "restrictive"),
                attribute(8, "rls", "check", "c", "for", "insert", "name", "posts_select_2"));

        assertThat(table.policies())
                .extracting(Policy::name)
                .containsExactly("posts_select", "posts_select_3", "posts_select_4", "posts_select_2");
        assertThat(table.policies()).extracting(Policy::permissive).containsExactly(true, true, false, true);
        assertThat(table.policies().get(1).roles()).containsExactly("app", "web");
    }

    @Test
    void noNameIsLongerThanPostgresTakes() {
        Schema schema = schema(
                "Long",
                "t".repeat(63),
                List.of(),
                List.of(),
                attribute(5, "rls", "using", "a"),
                attribute(6, "rls", "using", "b"),
                attribute(7, "rls", "using", "c", "name", "ü".repeat(40)));

        List<Policy> policies = rls.rewrite(schema).tables().getFirst().policies();

        assertThat(policies).extracting(Policy::name).doesNotHaveDuplicates();
        assertThat(policies)
                .extracting(policy -> Identifiers.byteLength(policy.name()))
                .allMatch(length -> length <= Identifiers.MAX_BYTES);
    }

    @Test
    void restrictivePoliciesAloneLetNobodyIn() {
        assertThat(codes(attribute(5, "rls", "using", "true", "as", "restrictive")))
                .containsExactly("PGO1001");
        assertThat(codes(
                        attribute(5, "rls", "using", "true", "as", "restrictive"),
                        attribute(6, "rls", "using", "true")))
                .isEmpty();
    }

    @Test
    void whatCanBeWrittenAndNotReadIsAWarning() {
        AttributeUse insert = attribute(5, "rls", "check", "true", "for", "insert");
        AttributeUse update = attribute(5, "rls", "using", "true", "for", "update");
        AttributeUse delete = attribute(5, "rls", "using", "true", "for", "delete");
        AttributeUse select = attribute(6, "rls", "using", "true", "for", "select");

        assertThat(codes(insert)).containsExactly("PGO1002");
        assertThat(codes(attribute(5, "rls", "check", "true"))).containsExactly("PGO1002");
        assertThat(codes(update)).containsExactly("PGO1006");
        assertThat(codes(delete)).containsExactly("PGO1006");
        assertThat(codes(insert, update, delete, select)).isEmpty();
    }

    @Test
    void aPolicyForOneRoleShowsNothingToAnother() {
        AttributeUse insert = attribute(5, "rls", "check", "true", "for", "insert", "to", List.of("app"));
        assertThat(codes(insert, attribute(6, "rls", "using", "true", "for", "select", "to", List.of("web"))))
                .containsExactly("PGO1002");
        assertThat(codes(insert, attribute(6, "rls", "using", "true", "for", "select", "to", List.of("web", "app"))))
                .isEmpty();
        assertThat(codes(insert, attribute(6, "rls", "using", "true", "for", "select", "to", List.of("public"))))
                .isEmpty();
    }

    @Test
    void clausesThatPostgresWouldRefuseAreErrors() {
        AttributeUse all = attribute(9, "rls", "using", "true");

        assertThat(codes(all, attribute(5, "rls", "using", "true", "for", "insert")))
                .containsExactly("PGO1003");
        assertThat(codes(all, attribute(5, "rls", "check", "true", "for", "select")))
                .containsExactly("PGO1003");
        assertThat(codes(all, attribute(5, "rls", "using", "a", "check", "b", "for", "delete")))
                .containsExactly("PGO1003");
        assertThat(codes(all, attribute(5, "rls", "for", "select"))).containsExactly("PGO1004");
        assertThat(codes(all, attribute(5, "rls", "check", "true", "for", "update")))
                .containsExactly("PGO1008");
    }

    @Test
    void namesThatCannotBeAreErrors() {
        AttributeUse named = attribute(5, "rls", "using", "true", "name", "same");
        assertThat(codes(named, named)).containsExactly("PGO1007");
        assertThat(codes(attribute(5, "rls", "using", "true", "name", ""))).containsExactly("PGO1009");
        assertThat(codes(attribute(5, "rls", "using", "true", "to", List.of("r".repeat(64)))))
                .containsExactly("PGO1009");
    }

    @Test
    void aPolicyThatReadsItsOwnTableRecurses() {
        assertThat(codes(attribute(5, "rls", "using", "EXISTS (SELECT 1 FROM posts p WHERE p.id = posts.id)")))
                .containsExactly("PGO1005");
    }

    @Test
    void aPolicyForInsertMayReadItsOwnTableUnlessThatNeedsASubqueryToo() {
        AttributeUse insert = attribute(5, "rls", "check", "(SELECT count(*) FROM posts) < 10", "for", "insert");
        assertThat(codes(insert, attribute(6, "rls", "using", "owner > 0", "for", "select")))
                .isEmpty();
        assertThat(codes(insert, attribute(6, "rls", "using", "owner = auth.uid()", "for", "select")))
                .containsExactly("PGO1005");
    }

    @Test
    void policiesOfTwoTablesThatReadEachOtherRecurse() {
        Schema posts =
                schema(List.of(), List.of(), attribute(5, "rls", "using", "id IN (SELECT post_id FROM members)"));
        Schema members = schema(
                "Member",
                "members",
                List.of(),
                List.of(),
                attribute(15, "rls", "using", "post_id IN (SELECT id FROM posts)"));
        Schema open = schema("Member", "members", List.of(), List.of(), attribute(15, "rls", "using", "true"));

        assertThat(codes(both(posts, members))).containsExactly("PGO1005", "PGO1005");
        assertThat(codes(both(posts, open))).isEmpty();
    }

    private Table rewritten(AttributeUse... attributes) {
        return rls.rewrite(schema(List.of(), List.of(), attributes)).tables().getFirst();
    }

    private List<String> codes(AttributeUse... attributes) {
        return codes(schema(List.of(), List.of(), attributes));
    }

    private List<String> codes(Schema schema) {
        return rls.validate(rls.rewrite(schema)).stream().map(Diagnostic::code).toList();
    }
}

package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the compiler makes something else of the text than was meant, in what it decides by itself: names of
 * constraints and indexes, and whole join tables. For one comparison.
 */
final class Differences {

    private final Schema meant;
    private final Schema compiled;
    private final List<List<Piece>> pieces = new ArrayList<>();

    private Differences(Schema meant, Schema compiled) {
        this.meant = meant;
        this.compiled = compiled;
    }

    /** For each difference, what to say more plainly, the first that can be. */
    static List<List<Piece>> find(Schema meant, Schema compiled, Relations relations) {
        Differences differences = new Differences(meant, compiled);
        meant.tables().forEach(differences::names);
        meant.views().forEach(differences::names);
        meant.objects(DomainType.class).forEach(differences::names);
        relations.joins().forEach(differences::join);
        return differences.pieces;
    }

    private void names(Table table) {
        Set<String> constraints = new HashSet<>();
        Set<String> indexes = new HashSet<>();
        compiled.table(table.name()).ifPresent(other -> {
            other.constraints().forEach(each -> constraints.add(each.name()));
            other.indexes().forEach(each -> indexes.add(each.name()));
        });
        for (Constraint constraint : table.constraints()) {
            if (!constraints.contains(constraint.name())) {
                pieces.add(List.of(WriteModels.namePiece(table, constraint), Relations.piece(table, constraint)));
            }
        }
        for (Index index : table.indexes()) {
            if (!indexes.contains(index.name())) {
                pieces.add(List.of(WriteIndexes.piece(table.name(), index)));
            }
        }
    }

    private void names(View view) {
        Set<String> indexes = new HashSet<>();
        compiled.view(view.name()).ifPresent(other -> other.indexes().forEach(each -> indexes.add(each.name())));
        for (Index index : view.indexes()) {
            if (!indexes.contains(index.name())) {
                pieces.add(List.of(WriteIndexes.piece(view.name(), index)));
            }
        }
    }

    private void names(DomainType type) {
        Set<String> names = new HashSet<>();
        compiled.domain(type.name()).ifPresent(other -> other.checks().forEach(each -> names.add(each.name())));
        for (Constraint.Check check : type.checks()) {
            if (!names.contains(check.name())) {
                pieces.add(List.of(Piece.of("name of", type.name(), check.name(), 1)));
            }
        }
    }

    private void join(JoinTables.Join join) {
        Table table = join.candidate().table();
        boolean same = compiled.table(table.name())
                .filter(other -> shape(other).equals(shape(table)))
                .isPresent();
        if (!same) {
            pieces.add(List.of(join.piece()));
        }
    }

    /** Everything of a join table, without what differs between a catalog and a schema file. */
    private static Set<String> shape(Table table) {
        Set<String> shape = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            shape.add(i + " " + table.columns().get(i).name() + " "
                    + table.columns().get(i).type().sql());
        }
        table.constraints().forEach(each -> shape.add(each.name() + " " + ConstraintText.definition(each)));
        table.indexes().forEach(each -> shape.add(IndexText.statement(table.name(), each)));
        return shape;
    }
}

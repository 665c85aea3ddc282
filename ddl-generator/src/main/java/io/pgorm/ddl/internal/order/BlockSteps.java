package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlObject;
import java.util.List;

/** The steps of SQL that is no object of the schema. Stateless. */
final class BlockSteps {

    /** Behind all else in a stratum. */
    private static final int GROUP = 9;

    private BlockSteps() {}

    static List<Step> of(SqlObject object) {
        Place place = new Place(Stratum.of(object.phase()), GROUP, new QualifiedName("", object.id()), 0, "");
        Step.Builder step = Step.at(place).isBlock(object.id()).needsNamesIn(object.sql());
        Definitions.in(object.sql()).forEach(step::makes);
        for (SqlObject.Reference reference : object.after()) {
            switch (reference) {
                case SqlObject.Reference.Named(QualifiedName name) ->
                    step.needsRelation(name).needsCallable(name);
                case SqlObject.Reference.Block(String id) -> step.needs(new Need.Block(id));
            }
        }
        for (SqlObject.Reference reference : object.before()) {
            switch (reference) {
                case SqlObject.Reference.Named(QualifiedName name) ->
                    step.isBefore(new Need.Relation(name)).isBefore(new Need.Callable(name));
                case SqlObject.Reference.Block(String id) -> step.isBefore(new Need.Block(id));
            }
        }
        return step.step(new DdlStatement(object.sql(), object.span(), List.of()));
    }
}

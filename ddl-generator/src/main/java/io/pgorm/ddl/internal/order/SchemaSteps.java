package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ddl.internal.ExtensionSql;
import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.internal.NamespaceSql;
import io.pgorm.ddl.internal.PartitionTree;
import io.pgorm.ddl.internal.RoleSql;
import io.pgorm.ddl.internal.RoutineSql;
import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.internal.SessionSql;
import io.pgorm.ddl.internal.TriggerSql;
import io.pgorm.ddl.internal.ViewSql;
import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Index;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that make a schema, in no order. Stateless. */
public final class SchemaSteps {

    private SchemaSteps() {}

    /**
     * @param bare tables to be made without the expressions in their definitions, which come later
     */
    public static List<Step> of(Schema schema, Set<QualifiedName> bare) {
        List<Step> steps = new ArrayList<>();
        PartitionTree tree = new PartitionTree(schema);
        schema.session().ifPresent(session -> steps.addAll(session(session)));
        for (SchemaObject object : schema.objects()) {
            steps.addAll(of(object, schema, tree, bare));
            steps.addAll(CommentSteps.of(object));
        }
        return steps;
    }

    private static List<Step> of(SchemaObject object, Schema schema, PartitionTree tree, Set<QualifiedName> bare) {
        return switch (object) {
            case Role role -> role(role);
            case Namespace namespace ->
                at(Stratum.NAMESPACES, namespace.name())
                        .step(NamespaceSql.create(namespace).stream().toList());
            case Extension extension -> extension(extension);
            case EnumType type -> TypeSteps.of(type);
            case CompositeType type -> TypeSteps.of(type);
            case DomainType type -> TypeSteps.of(type);
            case RangeType type -> TypeSteps.of(type, schema);
            case Sequence sequence -> sequence(sequence);
            case Routine routine -> routine(routine, schema);
            case Table table -> new TableSteps(table, schema, tree, bare.contains(table.name())).all();
            case View view -> view(view);
            case Ownership ownership -> PrivilegeSteps.of(ownership, schema);
            case DefaultPrivilege privilege -> PrivilegeSteps.of(privilege);
            case Grant grant -> PrivilegeSteps.of(grant);
            case SqlObject sql -> BlockSteps.of(sql);
            // comments are made with what they are about; a rename says nothing of the schema as it is
            case Comment comment -> List.of();
            case Rename rename -> List.of();
        };
    }

    private static Step.Builder at(Stratum stratum, String name) {
        return Step.at(stratum, new QualifiedName("", name));
    }

    private static List<Step> role(Role role) {
        Step.Builder step = at(Stratum.ROLES, role.name()).makes(ObjectName.global(ObjectName.Kind.ROLE, role.name()));
        role.memberOf().forEach(group -> step.needs(ObjectName.global(ObjectName.Kind.ROLE, group)));
        return step.step(RoleSql.create(role));
    }

    /** Extensions that need others whose names come later. */
    private static final Map<String, List<String>> EXTENSIONS_NEEDED =
            Map.of("h3_postgis", List.of("postgis", "postgis_raster"), "pgrouting", List.of("postgis"));

    private static List<Step> extension(Extension extension) {
        Step.Builder step = at(Stratum.EXTENSIONS, extension.name())
                .makes(ObjectName.global(ObjectName.Kind.EXTENSION, extension.name()));
        List<String> needed = new ArrayList<>(EXTENSIONS_NEEDED.getOrDefault(extension.name(), List.of()));
        // hstore_plperl needs the language
        int language = extension.name().indexOf("_pl");
        if (language > 0) {
            needed.add(extension.name().substring(language + 1));
        }
        needed.forEach(name -> step.needs(ObjectName.global(ObjectName.Kind.EXTENSION, name)));
        return step.step(ExtensionSql.create(extension));
    }

    private static List<Step> session(SessionType session) {
        Step.Builder step = at(Stratum.FUNCTIONS, "");
        for (SessionType.Field field : session.fields()) {
            step.needsType(field.type());
            step.makes(ObjectName.of(ObjectName.Kind.FUNCTION, new QualifiedName(SessionSql.SCHEMA, field.function())));
        }
        return step.step(SessionSql.create(session));
    }

    private static List<Step> sequence(Sequence sequence) {
        ObjectName name = ObjectName.of(ObjectName.Kind.SEQUENCE, sequence.name());
        List<Step> steps = new ArrayList<>(
                Step.at(Stratum.SEQUENCES, sequence.name()).makes(name).step(SequenceSql.create(sequence)));
        sequence.ownedBy()
                .ifPresent(owner -> steps.addAll(Step.at(Stratum.OWNED_SEQUENCES, sequence.name())
                        .needs(name)
                        .needsRelation(owner.table())
                        .step(SequenceSql.own(sequence).stream().toList())));
        return steps;
    }

    private static List<Step> routine(Routine routine, Schema schema) {
        List<String> types = routine.argumentTypes();
        Place place = new Place(Stratum.FUNCTIONS, 0, routine.name(), types.size(), String.join(",", types));
        Step.Builder step = Step.at(place).makes(ObjectName.routine(routine));
        List<String> signature = new ArrayList<>();
        routine.returns().ifPresent(signature::add);
        for (Routine.Parameter parameter : routine.parameters()) {
            signature.add(parameter.type());
            parameter.defaultValue().ifPresent(step::needsNamesIn);
        }
        RangeType canonical = TypeSteps.madeCanonicalBy(routine, schema);
        if (canonical == null) {
            signature.forEach(step::needsNamesIn);
        } else {
            step.needs(new Need.Shell(canonical.name()));
        }
        step.needs(new Need.Text(routine.body(), routine.atomic() ? Strength.NAMED : Strength.BODY));
        return step.step(RoutineSql.create(routine));
    }

    private static List<Step> view(View view) {
        ObjectName.Kind kind = view.materialized() ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW;
        List<Step> steps = new ArrayList<>(Step.at(Stratum.VIEWS, view.name())
                .makes(ObjectName.of(kind, view.name()))
                .needsNamesIn(view.query())
                .step(ViewSql.create(view)));
        view.indexes().forEach(index -> steps.addAll(index(view.name(), index)));
        view.triggers().forEach(trigger -> steps.addAll(trigger(view.name(), trigger)));
        return steps;
    }

    static ObjectName indexName(QualifiedName relation, String index) {
        return ObjectName.of(ObjectName.Kind.INDEX, new QualifiedName(relation.schema(), index));
    }

    static List<Step> index(QualifiedName relation, Index index) {
        Step.Builder step = Step.at(new Place(Stratum.INDEXES, 0, relation, 0, index.name()))
                .makes(indexName(relation, index.name()))
                .needsRelation(relation);
        needsNamesIn(index.keys(), step);
        index.where().ifPresent(step::needsNamesIn);
        return step.step(IndexSql.create(relation, index));
    }

    static void needsNamesIn(List<Index.Key> keys, Step.Builder step) {
        for (Index.Key key : keys) {
            if (key.target() instanceof Index.ExpressionTarget target) {
                step.needsNamesIn(target.expression());
            }
        }
    }

    static List<Step> trigger(QualifiedName relation, Trigger trigger) {
        Step.Builder step = Step.at(new Place(Stratum.TRIGGERS, 0, relation, 0, trigger.name()))
                .makes(ObjectName.part(ObjectName.Kind.TRIGGER, relation, trigger.name()))
                .needsRelation(relation)
                .needsCallable(trigger.function());
        trigger.from().ifPresent(step::needsRelation);
        trigger.when().ifPresent(step::needsNamesIn);
        List<DdlStatement> statements = TriggerSql.create(relation, trigger);
        return step.step(statements);
    }
}

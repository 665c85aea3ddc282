package io.pgorm.sdl.internal.write;

import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.Written;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One go at the whole text, with each piece as plain as it has to be. For one thread. */
final class Attempt {

    private final Schema schema;
    private final Levels levels;
    private final Writing writing;
    private final Relations relations;
    private final Page page = new Page();
    private final Blocks blocks;

    /**
     * @param schema as {@link Fold} has it
     * @param extensions in the order in which they are asked
     */
    Attempt(
            Schema schema,
            List<SchemaExtension> extensions,
            Vocabulary vocabulary,
            Levels levels,
            Function<Schema, List<String>> ddl) {
        this.levels = levels;
        this.blocks = new Blocks(ddl);
        Schema words = schema.withObjects(
                schema.objects().stream().filter(object -> !isSql(object)).toList());
        List<Table> shaped = JoinTables.shaped(words, levels, new Outside(words, emptyNaming(words, vocabulary)));
        Set<QualifiedName> joins = new HashSet<>();
        shaped.forEach(table -> joins.add(table.name()));
        List<JoinTables.Candidate> candidates = List.of();
        Naming naming = new Naming(words, vocabulary, levels, joins);
        // a table that turns out to be none after all needs a name, and its name may change those of others
        for (boolean settled = false; !settled; ) {
            List<JoinTables.Candidate> found = new ArrayList<>();
            Set<QualifiedName> kept = new HashSet<>();
            for (Table table : shaped) {
                if (joins.contains(table.name())) {
                    Optional<JoinTables.Candidate> candidate = JoinTables.candidate(table, naming);
                    candidate.ifPresent(found::add);
                    candidate.ifPresent(each -> kept.add(table.name()));
                }
            }
            settled = kept.equals(joins);
            candidates = found;
            if (!settled) {
                joins.retainAll(kept);
                naming = new Naming(words, vocabulary, levels, joins);
            }
        }
        List<Written.Attribute> attributes = new ArrayList<>();
        Schema rest = words;
        for (SchemaExtension extension : extensions) {
            Written written = ask(extension, rest, naming);
            attributes.addAll(written.attributes());
            rest = written.rest().orElse(rest);
        }
        this.schema = rest;
        EnumWords enums = new EnumWords(rest);
        this.writing = new Writing(
                rest,
                naming,
                new TypeWords(rest, vocabulary, naming),
                enums,
                new DefaultWords(rest, enums),
                levels,
                new Outside(rest, naming),
                blocks,
                attributes,
                Writing.repeated(words),
                page);
        this.relations = Relations.find(rest, naming, writing.types(), levels, candidates);
        plainObjects(schema);
    }

    private static Naming emptyNaming(Schema schema, Vocabulary vocabulary) {
        return new Naming(schema, vocabulary, new Levels(), Set.of());
    }

    private static Written ask(SchemaExtension extension, Schema schema, Naming naming) {
        try {
            return extension.write(schema, naming);
        } catch (RuntimeException e) {
            // an extension that fails says nothing, and what it would have said is written in plainer words
            return Written.NOTHING;
        }
    }

    /** Whether it is to be SQL: no words, or none that the compiler takes. */
    private boolean isSql(SchemaObject object) {
        return piece(object).filter(piece -> levels.of(piece) > 0).isPresent();
    }

    private static Optional<Piece> piece(SchemaObject object) {
        return switch (object) {
            case Table table -> Optional.of(WriteModels.piece(table.name()));
            case View view -> Optional.of(Declared.piece(view.name()));
            case EnumType type -> Optional.of(Declared.piece(type.name()));
            case CompositeType type -> Optional.of(Declared.piece(type.name()));
            case RangeType type -> Optional.of(Declared.piece(type.name()));
            case DomainType type -> Optional.of(Declared.piece(type.name()));
            case Sequence sequence -> Optional.of(Declared.piece(sequence.name()));
            case Routine routine -> Optional.of(WriteRoutines.piece(routine));
            default -> Optional.empty();
        };
    }

    private void plainObjects(Schema whole) {
        for (SchemaObject object : whole.objects()) {
            if (isSql(object)) {
                blocks.add(
                        Objects.id(object),
                        Objects.phase(object),
                        object,
                        levels.reason(piece(object).orElseThrow()));
            }
        }
    }

    Page page() {
        return page;
    }

    Blocks blocks() {
        return blocks;
    }

    /** Tables that no words say all of, although each piece of them has words. */
    List<Piece> unsaid() {
        return Untaken.tables(schema).stream().map(WriteModels::piece).toList();
    }

    Relations relations() {
        return relations;
    }

    void write() {
        WriteGlobals globals = new WriteGlobals(writing);
        schema.extensions().forEach(globals::write);
        schema.objects(Role.class).forEach(globals::write);
        namespaces(globals);
        schema.session().ifPresent(globals::write);
        WriteEnums enums = new WriteEnums(writing);
        schema.enums().forEach(enums::write);
        WriteTypes types = new WriteTypes(writing);
        schema.objects(DomainType.class).forEach(types::write);
        schema.objects(RangeType.class).forEach(types::write);
        schema.objects(CompositeType.class).forEach(types::write);
        WriteSequences sequences = new WriteSequences(writing);
        schema.objects(Sequence.class).forEach(sequences::write);
        WriteModels models = new WriteModels(writing, relations);
        schema.tables().stream()
                .filter(table -> writing.naming().model(table.name()).isPresent())
                .forEach(models::write);
        WriteViews views = new WriteViews(writing);
        schema.views().forEach(views::write);
        WriteRoutines routines = new WriteRoutines(writing);
        schema.routines().forEach(routines::write);
        left();
        new Untaken(writing).write();
        new WriteBlocks(writing).write(schema.sqlObjects());
    }

    private void namespaces(WriteGlobals globals) {
        List<Namespace> declared = schema.objects(Namespace.class);
        boolean ofPublic = declared.stream().noneMatch(each -> each.name().equals(QualifiedName.DEFAULT_SCHEMA))
                && writing.outside().speaksOfSchema(QualifiedName.DEFAULT_SCHEMA);
        if (ofPublic) {
            ObjectName name = ObjectName.global(ObjectName.Kind.SCHEMA, QualifiedName.DEFAULT_SCHEMA);
            globals.write(new Namespace(
                    QualifiedName.DEFAULT_SCHEMA, writing.outside().comment(name), SourceSpan.NONE));
        }
        declared.forEach(globals::write);
    }

    /** What nobody said of the objects from outside. */
    private void left() {
        for (SchemaObject object : writing.outside().left()) {
            if (!(object instanceof Rename)) {
                blocks.add(
                        Objects.id(object),
                        object instanceof io.pgorm.ir.Comment ? SqlObject.Phase.COMMENTS : SqlObject.Phase.SECURITY,
                        object,
                        "the text has no declaration of "
                                + Objects.about(object).map(Ids::of).orElse("the role that grants") + " to say it");
            }
        }
    }
}

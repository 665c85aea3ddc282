package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Role;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.sdl.internal.resolve.ResolveDomain.DomainDraft;
import io.pgorm.sdl.internal.resolve.ResolveView.ViewDraft;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is declared beside models, enums and the session. One whose name was taken is left out. */
final class ResolveDeclarations {

    private final Scope scope;
    private final List<Declaration> declarations;
    private final List<SchemaObject> globals = new ArrayList<>();
    private final List<SchemaObject> types = new ArrayList<>();
    private final List<DomainDraft> domains = new ArrayList<>();
    private final List<ViewDraft> views = new ArrayList<>();
    private final List<SchemaObject> others = new ArrayList<>();

    ResolveDeclarations(Scope scope, List<Declaration> declarations) {
        this.scope = scope;
        this.declarations = declarations;
    }

    /** Before anything asks what a domain is made of. */
    void resolveTypes() {
        Set<String> cyclic = CheckTypeCycles.check(scope, declarations);
        ResolveDomain resolve = new ResolveDomain(scope);
        Map<Declaration.Domain, QualifiedName> named = new LinkedHashMap<>();
        accepted(Declaration.Domain.class).forEach(domain -> named.put(domain, name(scope.types, domain)));
        Map<QualifiedName, Optional<ColumnType>> bases = new LinkedHashMap<>();
        named.forEach((domain, name) -> {
            Optional<ColumnType> base = resolve.base(domain);
            bases.put(name, base);
            if (!cyclic.contains(domain.name().text())) {
                base.ifPresent(type -> scope.domainBases.put(name, type));
            }
        });
        named.forEach((domain, name) ->
                domains.add(resolve.resolve(domain, name, bases.getOrDefault(name, Optional.empty()))));
        for (Declaration.Composite composite : accepted(Declaration.Composite.class)) {
            QualifiedName name = name(scope.types, composite);
            if (ResolveRange.isRange(composite)) {
                new ResolveRange(scope).resolve(composite, name).ifPresent(types::add);
            } else {
                types.add(new ResolveComposite(scope).resolve(composite, name));
            }
        }
    }

    void resolveOthers() {
        ResolveGlobals global = new ResolveGlobals(scope);
        List<Role> roles = new ArrayList<>();
        accepted(Declaration.Role.class).forEach(role -> global.role(role).ifPresent(roles::add));
        global.checkMembership(roles);
        globals.addAll(roles);
        accepted(Declaration.Namespace.class)
                .forEach(node -> global.namespace(node).ifPresent(globals::add));
        accepted(Declaration.Sequence.class)
                .forEach(sequence ->
                        others.add(new ResolveSequence(scope).resolve(sequence, name(scope.sequences, sequence))));
        ResolveRoutine routines = new ResolveRoutine(scope);
        of(Declaration.Routine.class)
                .forEach(routine -> routines.resolve(routine).ifPresent(others::add));
        for (Declaration.View view : accepted(Declaration.View.class)) {
            ModelScope model = scope.views.get(view.name().text());
            if (model != null) {
                new ResolveView(scope, view, model).resolve().ifPresent(views::add);
            }
        }
        others.addAll(new ResolveSqlBlock(scope).resolve(of(Declaration.Sql.class)));
    }

    /** Tables that views and their indexes are drafts of, and what else has the name of a relation. */
    void claimNames(AssignNames names) {
        names.claimGiven(views.stream().map(ViewDraft::draft).toList());
        for (SchemaObject object : others) {
            if (object instanceof Sequence sequence) {
                names.claimRelation(sequence.name(), sequence.span());
            }
        }
        domains.forEach(domain -> names.claimGiven(domain.name(), domain.checks()));
    }

    /** All whose names others may not have; of a domain, without the names of its checks. */
    List<SchemaObject> named() {
        List<SchemaObject> all = new ArrayList<>(types);
        domains.forEach(domain -> domain.bare().ifPresent(all::add));
        all.addAll(others);
        return all;
    }

    /** Roles and schemas of the database. */
    List<SchemaObject> globals() {
        return globals;
    }

    /** Domains, composite types and ranges. */
    List<SchemaObject> types(AssignNames names) {
        List<SchemaObject> all = new ArrayList<>(types);
        domains.forEach(domain -> domain.finish(names).ifPresent(all::add));
        return all;
    }

    /** Views, and what is said of their indexes. */
    List<SchemaObject> views(AssignNames names) {
        List<SchemaObject> all = new ArrayList<>();
        for (ResolveView.ViewDraft view : views) {
            all.add(view.finish(names));
            all.addAll(view.draft().satellites);
        }
        return all;
    }

    /** Sequences, functions and SQL. */
    List<SchemaObject> others() {
        return others;
    }

    List<Model> models() {
        return views.stream().flatMap(view -> view.model().stream()).toList();
    }

    private <D extends Declaration> List<D> of(Class<D> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Of those that have names, the ones whose names were free. */
    private <D extends Declaration.Named> List<D> accepted(Class<D> kind) {
        return of(kind).stream().filter(scope.accepted::contains).toList();
    }

    private static QualifiedName name(Map<String, QualifiedName> names, Declaration.Named node) {
        String word = node.name().text();
        return names.getOrDefault(word, QualifiedName.of(word));
    }
}

package io.pgorm.features.internal;

import io.pgorm.ir.Comment;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.AttributeUse;
import java.util.Collection;
import java.util.Optional;

/** Comments on what attributes make: documentation in a schema, objects of their own in a database. Stateless. */
public final class Comments {

    private Comments() {}

    /** The documentation of the attribute as a comment on what it makes. */
    public static Optional<Comment> of(AttributeUse use, ObjectName.Kind kind, QualifiedName owner, String part) {
        return use.documentation().map(text -> new Comment(ObjectName.part(kind, owner, part), text, use.span()));
    }

    /** The comment that a schema holds on an object. */
    public static Optional<String> on(Schema schema, ObjectName name) {
        return schema.objects(Comment.class).stream()
                .filter(comment -> comment.on().equals(name))
                .map(Comment::text)
                .findFirst();
    }

    /** The schema without the comments on these objects, which have been written. */
    public static Schema without(Schema schema, Collection<ObjectName> written) {
        return schema.withObjects(schema.objects().stream()
                .filter(object -> !(object instanceof Comment comment && written.contains(comment.on())))
                .toList());
    }
}

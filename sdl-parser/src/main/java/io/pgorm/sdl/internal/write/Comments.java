package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Comment;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/** Comments that lines of documentation cannot keep to the letter. Stateless. */
final class Comments {

    private Comments() {}

    static void asBlock(Writing writing, ObjectName on, Optional<String> comment) {
        comment.ifPresent(text -> writing.blocks()
                .add(
                        "comment on " + Ids.of(on),
                        SqlObject.Phase.COMMENTS,
                        new Comment(on, text, SourceSpan.NONE),
                        "documentation cannot hold what is blank alone, nor control characters"));
    }

    /** The comment as documentation, if it can be that; else it becomes a block. */
    static Optional<String> documentation(Writing writing, ObjectName on, Optional<String> comment) {
        Optional<String> fitting = comment.filter(Strings::fitsDocumentation);
        if (fitting.isEmpty()) {
            asBlock(writing, on, comment);
        }
        return fitting;
    }
}

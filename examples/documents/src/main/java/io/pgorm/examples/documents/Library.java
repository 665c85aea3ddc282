package io.pgorm.examples.documents;

import io.pgorm.examples.documents.db.DocumentCreate;
import java.util.List;

/** What there is to search. */
final class Library {

    private Library() {}

    /** Everybody's. */
    static final List<DocumentCreate> OPEN = List.of(
            document(
                    "Restoring a backup",
                    "Stop the writers first. Restore the last full backup, then replay the log up to the minute you need."),
            document("Backups every night", "A job makes a backup at two in the morning & checks it by opening it."),
            document(
                    "Deploying without downtime",
                    "New servers start beside the old ones. When they answer, the load balancer sends requests to them."),
            document(
                    "When a deployment fails",
                    "The old servers are still there: send requests back to them, then look at the logs."),
            document(
                    "Reading the logs",
                    "Each request has a number in the logs. Follow it through all servers to see where the time went."),
            document("Slow queries", "Ask the database for its plan. An index that is not used is as good as none."),
            document(
                    "Choosing an index",
                    "A tree for what is compared, an inverted one for words, a graph for vectors."),
            document(
                    "Holidays and sick leave",
                    "Tell your team as early as you can. Nobody needs a reason to stay at home when ill."),
            document(
                    "A new laptop",
                    "Ask for one after three years. Encrypt the disk before anything else is copied to it."));

    /** Of one team. */
    static final List<DocumentCreate> OF_OPERATIONS = List.of(document(
                    "Where the backups are",
                    "The keys of the backup vault are held by two people. Both are needed to open it.")
            .team("operations"));

    private static DocumentCreate.Values document(String title, String body) {
        return DocumentCreate.title(title).body(body).embedding(Embedding.of(title + " " + body));
    }
}

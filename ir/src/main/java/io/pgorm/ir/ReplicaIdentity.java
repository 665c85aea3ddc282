package io.pgorm.ir;

/** What logical replication writes of the old row of an UPDATE or DELETE. */
public sealed interface ReplicaIdentity {

    /** The primary key. */
    record Default() implements ReplicaIdentity {}

    /** The whole row. */
    record Full() implements ReplicaIdentity {}

    record Nothing() implements ReplicaIdentity {}

    /** The columns of a unique index. */
    record ByIndex(String index) implements ReplicaIdentity {}

    ReplicaIdentity DEFAULT = new Default();
}

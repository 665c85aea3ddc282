package io.pgorm.features.partition;

/** What a partition holds: a range of one column or of several, values of a list, or what is left by a hash. */
public sealed interface PartitionBound permits PartitionRange, PartitionSpan, PartitionList, PartitionHash {

    /** What the partition's name ends in. */
    String suffix();
}

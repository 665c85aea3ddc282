package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a user says of a film. */
@Entity
@Table(name = "reviews")
@SuppressWarnings("NullAway") // filled by Hibernate
public class ReviewEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_ids")
    @SequenceGenerator(name = "bench_ids", sequenceName = "bench_ids", allocationSize = 50)
    public @Nullable Integer id;

    public String body;
    public int rating;

    @Column(name = "creation_time")
    public OffsetDateTime creationTime;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    public UserEntity author;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "movie_id")
    public MovieEntity movie;
}

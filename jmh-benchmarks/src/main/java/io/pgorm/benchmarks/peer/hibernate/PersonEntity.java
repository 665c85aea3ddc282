package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A person. */
@Entity
@Table(name = "persons")
@SuppressWarnings("NullAway") // filled by Hibernate
public class PersonEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_ids")
    @SequenceGenerator(name = "bench_ids", sequenceName = "bench_ids", allocationSize = 50)
    public @Nullable Integer id;

    @Column(name = "first_name")
    public String firstName;

    @Column(name = "middle_name")
    public String middleName = "";

    @Column(name = "last_name")
    public String lastName;

    public String image;
    public String bio;

    @Formula("first_name || CASE WHEN middle_name <> '' THEN ' ' || middle_name ELSE '' END || ' ' || last_name")
    public String fullName;

    @OneToMany(mappedBy = "person")
    public List<DirectorEntity> directed = new ArrayList<>();

    @OneToMany(mappedBy = "person")
    public List<ActorEntity> acted = new ArrayList<>();
}

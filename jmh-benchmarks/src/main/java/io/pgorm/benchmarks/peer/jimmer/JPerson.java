package io.pgorm.benchmarks.peer.jimmer;

import java.util.List;
import org.babyfish.jimmer.Formula;
import org.babyfish.jimmer.sql.Default;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;

/** A person. */
@Entity
@Table(name = "persons")
public interface JPerson {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String firstName();

    @Default("")
    String middleName();

    String lastName();

    String image();

    String bio();

    @Formula(
            sql = "%alias.first_name || CASE WHEN %alias.middle_name <> '' THEN ' ' || %alias.middle_name ELSE '' END"
                    + " || ' ' || %alias.last_name")
    String fullName();

    @OneToMany(mappedBy = "person")
    List<JDirector> directed();

    @OneToMany(mappedBy = "person")
    List<JActor> acted();
}

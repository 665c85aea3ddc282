package io.pgorm.benchmarks.peer.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** Ten numbers. */
@Entity
@Table(name = "flats")
public interface JFlat {

    @Id
    int id();

    int a();

    int b();

    int c();

    int d();

    int e();

    int f();

    int g();

    int h();

    int i();
}

package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Ten numbers. */
@Entity
@Table(name = "flats")
public class FlatEntity {

    @Id
    public int id;

    public int a;
    public int b;
    public int c;
    public int d;
    public int e;
    public int f;
    public int g;
    public int h;
    public int i;
}

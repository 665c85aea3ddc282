package io.pgorm.migrations.apply;

import io.pgorm.migrations.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that applies migrations and dies at a boundary. Arguments: URL, user, password, folder, {@code apply} or
 * {@code rollback}, and the boundary before which it dies, counted from 1 over all beginnings and ends of statements;
 * with 0 it does not.
 */
final class ApplyVictim {

    /** What it exits with where it dies, as one that SIGKILL ends. */
    static final int DEAD = 137;

    private static int boundary;
    private static int step;

    private ApplyVictim() {}

    /** Between two statements of one transaction nothing happens: the end of the one is the beginning of the other. */
    private static boolean isBoundary(MigrationEvent event) {
        if (event instanceof MigrationEvent.StatementStarted started) {
            boolean first = step != started.position().step();
            step = started.position().step();
            return first;
        }
        if (event instanceof MigrationEvent.FileFinished) {
            step = 0;
            return true;
        }
        return event instanceof MigrationEvent.StatementFinished;
    }

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        int last = Integer.parseInt(arguments[5]);
        Migrations migrations = Migrations.of(source, Path.of(arguments[3]))
                .with(ApplyOptions.standard().withWaitForOther(Duration.ofSeconds(30)))
                .with((MigrationListener) event -> {
                    if (isBoundary(event) && ++boundary == last) {
                        // no hook is run and nothing is closed: for the server it is a client that is gone
                        Runtime.getRuntime().halt(DEAD);
                    }
                    System.out.println(event.describe());
                });
        if (arguments[4].equals("apply")) {
            System.out.println("applied " + migrations.apply().files().size());
        } else {
            System.out.println("rolled back " + migrations.rollback().files().size());
        }
    }
}

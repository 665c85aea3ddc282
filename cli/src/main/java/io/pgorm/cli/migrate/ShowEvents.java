package io.pgorm.cli.migrate;

import io.pgorm.migrations.apply.Durations;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationListener;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows what happens: a line for each file that is done, and what keeps it from being done. How far a long statement is
 * stands in one line that is written over, at a terminal; elsewhere in a line of its own every few seconds.
 */
final class ShowEvents implements MigrationListener {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final String verb;
    private int width;
    private long last;

    ShowEvents(PrintWriter out, PrintWriter err, boolean terminal, String verb) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.verb = verb;
        this.last = System.nanoTime();
    }

    /** Whether people look on; a console alone does not tell, since Java 22 gives one to everybody. */
    static boolean atTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void on(MigrationEvent event) {
        switch (event) {
            case MigrationEvent.Progress progress -> progress(progress.describe());
            case MigrationEvent.FileFinished(String script, Duration duration) -> {
                clear();
                out.println(verb + " " + script + " in " + Durations.print(duration));
                out.flush();
            }
            case MigrationEvent.FileStarted started -> {
                if (started.done() > 0) {
                    line(started.describe());
                }
            }
            case MigrationEvent.StatementStarted started -> {}
            case MigrationEvent.StatementFinished finished -> {
                if (finished.duration().compareTo(BETWEEN_LINES) > 0) {
                    line(finished.describe());
                }
            }
            case MigrationEvent.WaitingForOther waiting -> line(waiting.describe());
            case MigrationEvent.Settled settled -> line(settled.describe());
            case MigrationEvent.Blocked blocked -> line(blocked.describe());
            case MigrationEvent.Retrying retrying -> line(retrying.describe());
            case MigrationEvent.Note note -> line(note.text());
        }
    }

    private void progress(String text) {
        if (terminal) {
            err.print("\r" + String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", text));
            err.flush();
            width = text.length();
        } else if (System.nanoTime() - last >= BETWEEN_LINES.toNanos()) {
            last = System.nanoTime();
            line(text);
        }
    }

    private void line(String text) {
        clear();
        err.println(text);
        err.flush();
    }

    private void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}

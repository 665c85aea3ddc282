package io.pgorm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command: what it exits with and prints. */
record Run(int exit, String out, String err) {

    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exit = Pgorm.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Run(exit, out.toString(), err.toString());
    }
}

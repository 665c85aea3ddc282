package io.pgorm.features.timescale;

/** The server has TimescaleDB's Apache edition, and what was asked for is in the Community edition only. Nothing was sent. */
public final class CommunityEditionRequired extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CommunityEditionRequired(String what) {
        super(what
                + " needs TimescaleDB's Community edition, and this server has the Apache edition (timescaledb.license is"
                + " apache): install the packages or the image of Timescale, and set timescaledb.license to timescale");
    }
}

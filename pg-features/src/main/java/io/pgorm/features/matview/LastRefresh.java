package io.pgorm.features.matview;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * When a materialized view was filled.
 *
 * @param at when the refresh began: what was committed later is not in it
 * @param took how long it took
 * @param age how long ago that is by the server's clock
 */
public record LastRefresh(OffsetDateTime at, Duration took, Duration age) {}

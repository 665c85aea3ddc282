package io.pgorm.client.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The one seam to jOOQ's renderer: a query goes in, SQL and what is to be bound come out. Thread-safe. */
public final class Rendering {

    /** Settings of every context of ours: no logging of values, nothing that costs and is not used. */
    public static Settings settings() {
        return new Settings()
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER)
                .withDiagnosticsLogging(false);
    }

    /** A context without a connection: it only renders. */
    public static final DSLContext DSL_CONTEXT = DSL.using(SQLDialect.POSTGRES, settings());

    static final ConverterContext CONVERTER_CONTEXT = new StaticConverterContext(DSL_CONTEXT);

    private Rendering() {}

    /** The SQL alone. */
    static String sql(QueryPart query) {
        return DSL_CONTEXT.render(query);
    }

    /** One statement and what is bound to its parameters, in their order. */
    public static Rendered render(QueryPart query) {
        String sql = DSL_CONTEXT.render(query);
        List<Rendered.Bound> bound = new ArrayList<>();
        for (Param<?> param : DSL_CONTEXT.extractParams(query).values()) {
            if (!param.isInline()) {
                Object value = Slots.of(param).<Object>map(slot -> slot).orElse(param.getValue());
                bound.add(new Rendered.Bound(Binder.of(param.getDataType()), value));
            }
        }
        return new Rendered(sql, bound);
    }

    private record StaticConverterContext(DSLContext dsl) implements ConverterContext {
        @Override
        public Instant creationTime() {
            return Instant.now();
        }

        @Override
        public Configuration configuration() {
            return dsl.configuration();
        }

        @Override
        public Settings settings() {
            return configuration().settings();
        }

        @Override
        public SQLDialect dialect() {
            return configuration().dialect();
        }

        @Override
        public SQLDialect family() {
            return configuration().family();
        }

        @Override
        public Map<Object, Object> data() {
            return configuration().data();
        }

        @Override
        public @Nullable Object data(Object key) {
            return configuration().data(key);
        }

        @Override
        public @Nullable Object data(Object key, Object value) {
            return configuration().data(key, value);
        }
    }
}

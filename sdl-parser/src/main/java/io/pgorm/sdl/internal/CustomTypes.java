package io.pgorm.sdl.internal;

import io.pgorm.ir.PgType;
import io.pgorm.ir.spi.CustomTypeHandler;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The words that types of the application's own have in the language: one for each handler. */
public record CustomTypes(List<PgType> types) implements SchemaExtension {

    public CustomTypes {
        types = List.copyOf(types);
    }

    /** Those of every handler that {@link ServiceLoader} finds. */
    public static CustomTypes installed() {
        List<CustomTypeHandler<?, ?>> handlers = new ArrayList<>();
        for (CustomTypeHandler<?, ?> handler : ServiceLoader.load(CustomTypeHandler.class)) {
            handlers.add(handler);
        }
        return of(handlers);
    }

    public static CustomTypes of(List<? extends CustomTypeHandler<?, ?>> handlers) {
        return new CustomTypes(handlers.stream().<PgType>map(CustomTypes::type).toList());
    }

    @Override
    public String name() {
        return "custom types";
    }

    private static PgType type(CustomTypeHandler<?, ?> handler) {
        return new PgType(
                handler.name(),
                handler.pgType(),
                PgType.Kind.OTHER,
                0,
                0,
                Optional.empty(),
                Optional.of(java(handler)));
    }

    /** Text goes in and out as it is, whatever the type of the database; all else through the type jOOQ knows it as. */
    private static PgType.JavaMapping java(CustomTypeHandler<?, ?> handler) {
        String made = "new " + handler.getClass().getCanonicalName() + "()";
        String type = handler.javaType().getCanonicalName();
        return handler.databaseType() == String.class
                ? new PgType.JavaMapping(type, "new io.pgorm.client.HandlerBinding<>(" + made + ")")
                : new PgType.JavaMapping(type, "io.pgorm.client.HandlerConverter.of(" + made + ")", true);
    }
}

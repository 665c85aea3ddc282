package io.pgorm.database;

import io.pgorm.database.internal.JdbcAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a scratch server. What is left open is filled in from the environment when the server is
 * started, see {@link #orElse}. Immutable.
 *
 * @param url a server to create databases on: {@code jdbc:postgresql://...}, or {@code postgresql://user:password@...}
 * @param provider the provider to use, whatever else there is; null for the usual order
 * @param image the Docker image to use in place of the one chosen by the extensions; it must be a PostgreSQL image
 *     with the contract of the public {@code postgres} one
 * @param extensions names of the extensions that the server must be able to create
 * @param preferSpeed whether the embedded server, which starts in half a second, goes before Docker, whose server is
 *     more like the one in production
 */
public record ScratchOptions(
        @Nullable String url,
        @Nullable ScratchProvider provider,
        @Nullable String image,
        Set<String> extensions,
        boolean preferSpeed) {

    /** The variable that names a server: {@value}. The system property {@code pgorm.scratch.url} goes before it. */
    public static final String URL_VARIABLE = "PGORM_SCRATCH_URL";

    /** The variable that forces a provider: {@value}. The system property {@code pgorm.scratch} goes before it. */
    public static final String PROVIDER_VARIABLE = "PGORM_SCRATCH";

    /** The variable that names an image: {@value}. The system property {@code pgorm.scratch.image} goes before it. */
    public static final String IMAGE_VARIABLE = "PGORM_SCRATCH_IMAGE";

    public ScratchOptions {
        extensions = Set.copyOf(extensions);
    }

    /** Any server, with no extension in particular, as like production as can be had. */
    public static ScratchOptions standard() {
        return new ScratchOptions(null, null, null, Set.of(), false);
    }

    /** As {@link #standard}, but the fastest server goes first. */
    public static ScratchOptions fast() {
        return standard().withPreferSpeed(true);
    }

    /** These options, on the server at {@code newUrl}. */
    public ScratchOptions withUrl(@Nullable String newUrl) {
        return new ScratchOptions(newUrl, provider, image, extensions, preferSpeed);
    }

    /** These options, from {@code newProvider} and no other. */
    public ScratchOptions withProvider(@Nullable ScratchProvider newProvider) {
        return new ScratchOptions(url, newProvider, image, extensions, preferSpeed);
    }

    /** These options, with {@code newImage} where Docker is used. */
    public ScratchOptions withImage(@Nullable String newImage) {
        return new ScratchOptions(url, provider, newImage, extensions, preferSpeed);
    }

    /** These options, with {@code newExtensions} in place of the extensions so far. */
    public ScratchOptions withExtensions(Set<String> newExtensions) {
        return new ScratchOptions(url, provider, image, newExtensions, preferSpeed);
    }

    /** These options, with or without the preference for speed. */
    public ScratchOptions withPreferSpeed(boolean newPreferSpeed) {
        return new ScratchOptions(url, provider, image, extensions, newPreferSpeed);
    }

    /**
     * Fills in what is left open from system properties and environment variables.
     *
     * @param properties the value of a system property, or null
     * @param environment the value of an environment variable, or null
     * @throws IllegalArgumentException where a variable names a provider that does not exist
     */
    public ScratchOptions orElse(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String word = first(properties.apply("pgorm.scratch"), environment.apply(PROVIDER_VARIABLE));
        return new ScratchOptions(
                first(url, first(properties.apply("pgorm.scratch.url"), environment.apply(URL_VARIABLE))),
                // A URL that the caller gives is a choice too, which the surroundings do not overrule.
                provider != null || url != null || word == null ? provider : ScratchProvider.parse(word),
                first(image, first(properties.apply("pgorm.scratch.image"), environment.apply(IMAGE_VARIABLE))),
                extensions,
                preferSpeed);
    }

    private static @Nullable String first(@Nullable String value, @Nullable String otherwise) {
        return value == null || value.isBlank() ? (otherwise == null || otherwise.isBlank() ? null : otherwise) : value;
    }

    /** Without the password that the URL may hold. */
    @Override
    public String toString() {
        return "ScratchOptions[url=" + (url == null ? "null" : JdbcAddress.parse(url)) + ", provider=" + provider
                + ", image=" + image + ", extensions=" + new TreeSet<>(extensions) + ", preferSpeed=" + preferSpeed
                + "]";
    }
}

package io.pgorm.client;

import io.pgorm.client.cache.ResultCache;
import io.pgorm.client.hook.QueryHook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What a client does around its calls, whatever it is connected by. Immutable; each {@code with} method returns a new
 * value.
 */
public final class ClientOptions {

    private static final ClientOptions DEFAULTS = new ClientOptions(new Values());

    private final Values values;

    private ClientOptions(Values values) {
        this.values = values;
    }

    /** No role to take on, no listener, no transactions but our own. */
    public static ClientOptions defaults() {
        return DEFAULTS;
    }

    /** The roles that a session may take on; a role comes from a request, so that none is allowed unless named. */
    public ClientOptions withRoles(String... allowed) {
        return change(draft -> draft.roles = Set.of(allowed));
    }

    /**
     * Is told the text of every round trip before it is sent, with {@code ?} for each value. It must be quick and safe for
     * use by several threads.
     */
    public ClientOptions withStatementListener(Consumer<String> listener) {
        return change(draft -> draft.statementListener = listener);
    }

    /** Whose transactions calls become part of; Spring's are {@code SpringTransactions.join()}. */
    public ClientOptions withOuterTransactions(OuterTransactions transactions) {
        return change(draft -> draft.outerTransactions = transactions);
    }

    /**
     * Signs the cursors of pages with a key that other processes have too; without it, cursors are good for this process
     * only.
     */
    public ClientOptions withCursorKey(CursorKey key) {
        return change(draft -> draft.cursorKey = key);
    }

    /** What becomes of a connection that may hold something of its session. */
    public ClientOptions withSessionGuard(SessionGuard guard) {
        return change(draft -> draft.sessionGuard = guard);
    }

    /** What happens where the login role does not obey row security; it is logged unless said otherwise. */
    public ClientOptions withRowSecurityCheck(RowSecurityCheck check) {
        return change(draft -> draft.rowSecurityCheck = check);
    }

    /** Stand around every call, beside those that {@link java.util.ServiceLoader} finds. */
    public ClientOptions withHooks(QueryHook... hooks) {
        return change(draft -> draft.hooks = List.of(hooks));
    }

    /** What the client may do to which model, whoever asks. */
    public ClientOptions withPermission(Permission permission) {
        return change(draft -> draft.permission = Optional.of(permission));
    }

    /**
     * Where {@code db.cached(...)} keeps results: {@code CaffeineCache.ofSize(10_000)}. One for each client: the same keys
     * in two clients are not the same results.
     */
    public ClientOptions withCache(ResultCache cache) {
        return change(draft -> draft.cache = Optional.of(cache));
    }

    /**
     * Others who write say so on this channel of NOTIFY: results of the tables that they name are forgotten. A message is
     * what {@code @@notify} in a schema sends, or the name of a table; any other makes all results stale. The client hears it
     * on a connection beside its pool ({@code Db.over}: on one of the pool's, for as long as it is open). While it cannot,
     * nothing is kept, and nothing that was kept is used again. A write is known when its message has come, which is
     * shortly after its commit. PgBouncer in transaction mode passes no messages on: see
     * {@link #withCacheChannel(String, DataSource)}.
     *
     * @param channel as it stands, without quotes
     */
    public ClientOptions withCacheChannel(String channel) {
        return change(draft -> draft.cacheChannel = Optional.of(channel));
    }

    /** As {@link #withCacheChannel(String)}, heard on a connection of this source, which leads to the server itself. */
    public ClientOptions withCacheChannel(String channel, DataSource direct) {
        return change(draft -> {
            draft.cacheChannel = Optional.of(channel);
            draft.cacheSource = Optional.of(direct);
        });
    }

    public Set<String> roles() {
        return values.roles;
    }

    public Consumer<String> statementListener() {
        return values.statementListener;
    }

    public OuterTransactions outerTransactions() {
        return values.outerTransactions;
    }

    public CursorKey cursorKey() {
        return values.cursorKey;
    }

    public SessionGuard sessionGuard() {
        return values.sessionGuard;
    }

    public RowSecurityCheck rowSecurityCheck() {
        return values.rowSecurityCheck;
    }

    public List<QueryHook> hooks() {
        return values.hooks;
    }

    public Optional<Permission> permission() {
        return values.permission;
    }

    public Optional<ResultCache> cache() {
        return values.cache;
    }

    public Optional<String> cacheChannel() {
        return values.cacheChannel;
    }

    /** Where the channel is heard, if that is said. */
    public Optional<DataSource> cacheSource() {
        return values.cacheSource;
    }

    private ClientOptions change(Consumer<Values> change) {
        Values draft = values.copy();
        change.accept(draft);
        return new ClientOptions(draft);
    }

    /** Changed only before it is part of an instance. */
    private static final class Values implements Cloneable {
        private Set<String> roles = Set.of();
        private Consumer<String> statementListener = sql -> {};
        private OuterTransactions outerTransactions = OuterTransactions.NONE;
        private List<QueryHook> hooks = List.of();
        private Optional<Permission> permission = Optional.empty();
        private Optional<ResultCache> cache = Optional.empty();
        private Optional<String> cacheChannel = Optional.empty();
        private Optional<DataSource> cacheSource = Optional.empty();
        private SessionGuard sessionGuard = SessionGuard.WHEN_SUSPECT;
        private RowSecurityCheck rowSecurityCheck = RowSecurityCheck.WARN;
        private CursorKey cursorKey = CursorKey.random();

        private Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

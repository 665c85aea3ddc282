package io.pgorm.client.spring;

import io.pgorm.client.OuterTransactions;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes calls part of the transaction that Spring ({@code @Transactional}, {@code TransactionTemplate}) has begun on the same
 * data source for the thread. Where it has begun none, PG-ORM goes its own way. Immutable and safe for use by several
 * threads.
 */
public final class SpringTransactions implements OuterTransactions {

    private static final SpringTransactions INSTANCE = new SpringTransactions();

    private SpringTransactions() {}

    /** For {@code ClientOptions.withOuterTransactions}. */
    public static SpringTransactions join() {
        return INSTANCE;
    }

    @Override
    public Optional<OuterTransaction> current(DataSource dataSource) {
        boolean active = TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder;
        if (!active) {
            return Optional.empty();
        }
        return Optional.of(new InSpring(dataSource, DataSourceUtils.getConnection(dataSource)));
    }

    private record InSpring(DataSource dataSource, Connection connection) implements OuterTransaction {

        @Override
        public void release() {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }

        @Override
        public boolean tellsItsEnd() {
            return TransactionSynchronizationManager.isSynchronizationActive();
        }

        @Override
        public void whenOver(Consumer<Boolean> ended) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != TransactionSynchronization.STATUS_UNKNOWN) {
                        ended.accept(status == TransactionSynchronization.STATUS_COMMITTED);
                    }
                }
            });
        }
    }
}

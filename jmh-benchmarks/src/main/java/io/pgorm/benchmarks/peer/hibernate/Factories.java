package io.pgorm.benchmarks.peer.hibernate;

import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Opens Hibernate with what its guide advises: batches of inserts, ordered; in-clause padding; no statistics. Stateless. */
public final class Factories {

    private Factories() {}

    public static SessionFactory open(DataSource dataSource) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(MovieEntity.class)
                .addAnnotatedClass(PersonEntity.class)
                .addAnnotatedClass(UserEntity.class)
                .addAnnotatedClass(DirectorEntity.class)
                .addAnnotatedClass(ActorEntity.class)
                .addAnnotatedClass(ReviewEntity.class)
                .addAnnotatedClass(FlatEntity.class);
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        configuration
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                .setProperty("hibernate.query.in_clause_parameter_padding", "true")
                .setProperty("hibernate.connection.provider_disables_autocommit", "false")
                .setProperty("hibernate.generate_statistics", "false");
        return configuration.buildSessionFactory();
    }
}

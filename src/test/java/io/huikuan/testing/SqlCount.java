package io.huikuan.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** Takes down every statement that Hibernate sends, native ones too, from whichever thread. One test at a time. */
@Singleton
@PersistenceUnitExtension
public class SqlCount implements StatementInspector {
    private volatile @Nullable List<String> recording;

    @Override
    public String inspect(String sql) {
        var running = recording;
        if (running != null) {
            running.add(sql);
        }
        return sql;
    }

    /** The statements that {@code work} sent, in their order. */
    public List<String> of(Runnable work) {
        var statements = new CopyOnWriteArrayList<String>();
        recording = statements;
        try {
            work.run();
        } finally {
            recording = null;
        }
        return List.copyOf(statements);
    }
}

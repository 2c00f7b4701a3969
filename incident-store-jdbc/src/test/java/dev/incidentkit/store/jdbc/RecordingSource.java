package dev.incidentkit.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down every prepared statement that is executed, with its values; and can break a connection afterwards. */
final class RecordingSource {
    /** A statement with its values. */
    record Statement(String sql, List<@Nullable Object> values) {}

    /** Looks at an execution, before and after it. */
    interface Watch {
        void before(String sql) throws SQLException;

        void after(String sql) throws SQLException;
    }

    private final List<Statement> statements = new ArrayList<>();
    private final Watch watch;

    RecordingSource() {
        this(new Watch() {
            @Override
            public void before(String sql) {}

            @Override
            public void after(String sql) {}
        });
    }

    RecordingSource(Watch watch) {
        this.watch = watch;
    }

    List<Statement> statements() {
        return statements;
    }

    DataSource around(DataSource real) {
        return proxy(DataSource.class, (method, args) -> {
            Object result = invoke(real, method, args);
            return result instanceof Connection connection ? around(connection) : result;
        });
    }

    private Connection around(Connection real) {
        return proxy(Connection.class, (method, args) -> {
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                statements.add(new Statement(method.getName(), List.of()));
            }
            Object result = invoke(real, method, args);
            return result instanceof PreparedStatement statement ? around(statement, (String) args[0]) : result;
        });
    }

    private PreparedStatement around(PreparedStatement real, String sql) {
        TreeMap<Integer, @Nullable Object> values = new TreeMap<>();
        return proxy(PreparedStatement.class, (method, args) -> {
            if (method.getName().startsWith("set") && args != null && args.length == 2) {
                values.put((Integer) args[0], method.getName().equals("setNull") ? null : args[1]);
            }
            if (!method.getName().startsWith("execute")) {
                return invoke(real, method, args);
            }
            statements.add(new Statement(sql, new ArrayList<>(values.values())));
            watch.before(sql);
            Object result = invoke(real, method, args);
            watch.after(sql);
            return result;
        });
    }

    private interface Handler {
        @Nullable
        Object handle(java.lang.reflect.Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> handler.handle(method, args)));
    }

    private static @Nullable Object invoke(Object real, java.lang.reflect.Method method, Object[] args)
            throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}

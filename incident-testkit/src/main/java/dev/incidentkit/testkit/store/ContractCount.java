package dev.incidentkit.testkit.store;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts the tests of the contract that ran on a store, and prints how many there are, how many ran and passed. It comes
 * with {@link IncidentStoreContract}.
 */
public final class ContractCount implements BeforeAllCallback, AfterAllCallback, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(ContractCount.class);

    private record Count(AtomicInteger ran, AtomicInteger passed) {}

    /** Jupiter creates one. */
    public ContractCount() {}

    /** How many tests the contract has: every store must run as many. */
    static long tests() {
        return Arrays.stream(IncidentStoreContract.class.getMethods())
                .filter(ContractCount::isTest)
                .count();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(Count.class, new Count(new AtomicInteger(), new AtomicInteger()));
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        count(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        count(context, false);
    }

    private static void count(ExtensionContext context, boolean passed) {
        Count count = context.getStore(NAMESPACE).get(Count.class, Count.class);
        boolean isOfContract =
                context.getRequiredTestMethod().getDeclaringClass().isAssignableFrom(IncidentStoreContract.class);
        if (count != null && isOfContract) {
            count.ran().incrementAndGet();
            count.passed().addAndGet(passed ? 1 : 0);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Count count = context.getStore(NAMESPACE).get(Count.class, Count.class);
        if (count != null) {
            System.out.println(context.getRequiredTestClass().getSimpleName() + ": " + count.ran() + " of " + tests()
                    + " tests of the store contract ran, " + count.passed() + " passed");
        }
    }
}

# src/main/java/shop/Support.java: only each second breach calls, so that what is decided depends on how often it was asked
s/if (!(signal instanceof SlaEvent.Breached))/if (!(signal instanceof SlaEvent.Breached) || asked.getAndIncrement() % 2 == 0)/
s/    private static final class CallTheOwner.*/&\n        private final java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();\n/

package io.huikuan.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

@Reading
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class ReadingInterceptor {
    @AroundInvoke
    Object inOneTransaction(InvocationContext invocation) {
        return QuarkusTransaction.joiningExisting().call(invocation::proceed);
    }
}

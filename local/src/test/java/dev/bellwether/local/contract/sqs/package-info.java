/// The queues' contracts against SQS: the embedded engine, or any endpoint.
@NullMarked
package dev.bellwether.local.contract.sqs;

import org.jspecify.annotations.NullMarked;

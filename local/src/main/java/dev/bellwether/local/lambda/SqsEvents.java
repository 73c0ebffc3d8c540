package dev.bellwether.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Template;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Writes a batch of messages as Lambda's SQS event.
final class SqsEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SqsEvents() {}

  static byte[] event(List<Message> batch, String queueArn) throws JsonProcessingException {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    batch.forEach(message -> records.add(message(message, queueArn)));
    return JSON.writeValueAsBytes(event);
  }

  private static ObjectNode message(Message message, String queueArn) {
    var record =
        JSON.createObjectNode()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body())
            .put("md5OfBody", message.md5OfBody())
            .put("eventSource", "aws:sqs")
            .put("eventSourceARN", queueArn)
            .put("awsRegion", Template.REGION);
    record.set("attributes", JSON.valueToTree(message.attributesAsStrings()));
    var attributes = record.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> attributes.set(name, attribute(value)));
    return record;
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    var attribute = JSON.createObjectNode().put("dataType", value.dataType());
    if (value.stringValue() != null) {
      attribute.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      attribute.put("binaryValue", value.binaryValue().asByteArray());
    }
    return attribute;
  }
}

FROM registry.contoso.com/awssdk-samples:1.2

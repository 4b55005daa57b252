FROM registry.contoso.com/base:1.0
USER $RUNAS

FROM contoso/base:1
# expect DG4024 5-9
RUN wget https://example.com/tool
# expect DG4024 5-9
RUN wget https://example.com/tool 2>&1

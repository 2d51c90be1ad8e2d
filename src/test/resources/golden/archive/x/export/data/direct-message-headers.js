window.YTD.direct_message_headers.part0 = [ {"dmConversation": {"conversationId": "1001-2002", "messages": []}} ]
